// What `npx unknot help` prints.

export const HELP = `Unknot on the command line. JSON in by --in FILE or stdin, JSON out.
Exit code 0: fine. 2: input that cannot be used; one line on stderr says which field and why.
Ids are those of packages/knowledge/data. A fact that is not named is unknown, never "no".

  unknot check [--in FILE]
      in   {"age": 35, "sex": "f", "facts": {"pain-neck": true, "fever": "unsure", "pain-score": 4}, "conditions": ["diabetes"]}
           age, sex and conditions may be left out; a fact is true, false, "unsure" or a number; conditions are a list
           of those that hold, or answers by id: {"diabetes": true, "pregnancy": false}
      out  {"verdict": {"level", "because": [rule]}, "next"?: {"question": {"id", "text", "items": [{"field", "id", "text"}]}}}
           level: emergency, urgent-24h, see-doctor-soon, see-doctor, self-care; ask-first while a question could matter

  unknot identify [--in FILE]
      in   {"places": [{"region": "neck-angle", "side": "left", "coverage": 0.8, "intensity": 6, "quality": "ache"}],
            "knots": [{"region", "side", "coverage"}], "findings": {"levator-scapulae-press": "yes"}, "context": ["desk-work"]}
           only places is needed; side is the person's own: left, right or midline
      out  {"candidates": [{"muscle", "side", "probability", "triggerPoints", "because"}], "other": [{"hypothesis",
           "probability"}], "together": [...], "nextTest"?, "nothingFits"}

  unknot plan [--in FILE]
      in   {"muscle": "levator-scapulae", "side": "left", "minutes": 10, "tools": ["ball"], "place": "wall", "conditions": []}
           instead of muscle: "identify", the answer of unknot identify; place is an id or a list of ids;
           answers are facts as in check; history is what was done before; version: two-minutes, nothing-at-hand,
           flare-day, first-72-hours, more-time, travel, office, low-energy, no-floor, with-a-helper; today, preferences,
           confirmed and own (exercises and devices of one's own) as in packages/engine/src/plan/request.ts;
           weeks (1-12, with history.now): a programme instead of a plan
      out  {"kind": "plan", "items": [{"technique", "muscle", "side", "seconds", "dose", "grade", "because"}],
           "leftOut": [{"technique", "because"}], "says": [code]}
           or {"kind": "seeSomeone", "level", "because"}, or {"kind": "nothingFits", "leftOut", "says"}
           with weeks: {"kind": "programme", "days": [{"day", "parts": [{"kind", "item", "share", "change"}]}], "reviews"}

  unknot evaluate CASEBOOK.json … [--cases]
      measures of each casebook (tests/casebook), one line of JSON each; --cases adds one line per case on stderr

  unknot export FILE [--json | --csv | --fhir] [--private] > OUT
      a diary out of a copy (JSON) or a backup of the app; the twelve words of a backup are asked for, or come on stdin.
      Times are those of this machine; TZ=Europe/Vienna chooses another place
      --json     the copy as the app saves it and reads it back in (this, if nothing is said); private answers go along
                 only with --private
      --csv      one table for a spreadsheet: days, sessions, drawings place by place, reactions, questionnaires
      --fhir     the same for a clinic's system: a FHIR R4 Bundle without a name and without a diagnosis
                 neither of these two ever holds answers to the safety questions or about health

  unknot verify FILE
      whether a backup of the app is whole, as far as that can be said without the phrase
      out  {"whole": true, "pieces", "bytes"}

  unknot serve [--https]
      serves the app on http://localhost:4747 and keeps sealed diaries in ~/.unknot; docs/operations/self-host.md

  unknot backup [FILE]
      copies everything the server keeps into one file, also while it is at work

No emergency tool and no diagnosis: docs/intended-purpose.md.
`;

// The tables on PostgreSQL. Each migration is done once, in order, and never changed afterwards; new ones come below.
//
// Every table that belongs to a log has the log id first in its key, so that the same tables can be spread over many
// machines by log id (docs/operations/scale.md). Shares and feeds are found by an id of their own, which nobody can
// connect with a log from outside, so they are spread by that.

export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE log (
     id bytea PRIMARY KEY, proof bytea NOT NULL, closed boolean NOT NULL DEFAULT false,
     head bigint NOT NULL DEFAULT 0, mark bytea NOT NULL DEFAULT '\\x0000000000000000', bytes bigint NOT NULL DEFAULT 0
   ) WITH (fillfactor = 70);
   CREATE TABLE segment (
     log bytea NOT NULL, last bigint NOT NULL, mark bytea NOT NULL, grown bigint NOT NULL, ids bytea NOT NULL,
     frames bytea NOT NULL, PRIMARY KEY (log, last));
   ALTER TABLE segment ALTER COLUMN frames SET STORAGE EXTERNAL, ALTER COLUMN ids SET STORAGE EXTERNAL;
   CREATE TABLE share (
     id bytea PRIMARY KEY, log bytea NOT NULL, until bigint NOT NULL, views integer NOT NULL, contents bytea NOT NULL);
   CREATE INDEX share_log ON share (log);
   CREATE TABLE subscription (
     log bytea NOT NULL, device text NOT NULL, endpoint text NOT NULL, p256dh text NOT NULL, auth text NOT NULL,
     PRIMARY KEY (log, device));
   CREATE TABLE reminder (log bytea NOT NULL, device text NOT NULL, at bigint NOT NULL, tag text NOT NULL);
   CREATE INDEX reminder_log ON reminder (log, device);
   CREATE INDEX reminder_at ON reminder (at);
   CREATE TABLE feed (id bytea PRIMARY KEY, log bytea NOT NULL, contents text NOT NULL);
   CREATE INDEX feed_log ON feed (log);
   CREATE TABLE setting (name text PRIMARY KEY, value text NOT NULL);

   -- One batch for one log, all or nothing. The caller has already left out what is not new, as far as it knew the log
   -- (known_head); if others wrote since, the answer is 'behind' and nothing was done.
   CREATE FUNCTION append_segment(
     in_log bytea, in_proof bytea, known_head bigint, in_count int, in_mark bytea, in_ids bytea, in_frames bytea,
     quota bigint, OUT said text, OUT head_before bigint, OUT mark_before bytea
   ) LANGUAGE plpgsql AS $$
   DECLARE here log%ROWTYPE; new_bytes bigint;
   BEGIN
     SELECT * INTO here FROM log WHERE id = in_log FOR UPDATE;
     IF NOT FOUND THEN said := 'absent'; RETURN; END IF;
     IF here.proof <> in_proof THEN said := 'forbidden'; RETURN; END IF;
     IF here.closed THEN said := 'closed'; RETURN; END IF;
     head_before := here.head; mark_before := here.mark;
     IF here.head <> known_head THEN said := 'behind'; RETURN; END IF;
     IF in_count = 0 THEN said := 'done'; RETURN; END IF;
     new_bytes := here.bytes + length(in_frames);
     IF new_bytes > quota THEN said := 'quota'; RETURN; END IF;
     INSERT INTO segment VALUES (in_log, here.head + in_count, in_mark, new_bytes, in_ids, in_frames);
     UPDATE log SET head = here.head + in_count, mark = in_mark, bytes = new_bytes WHERE id = in_log;
     said := 'done';
   END $$;`,

  // The same, without the lock that was taken first: the change of the log itself asks whether others wrote since.
  `CREATE OR REPLACE FUNCTION append_segment(
     in_log bytea, in_proof bytea, known_head bigint, in_count int, in_mark bytea, in_ids bytea, in_frames bytea,
     quota bigint, OUT said text, OUT head_before bigint, OUT mark_before bytea
   ) LANGUAGE plpgsql AS $$
   DECLARE here log%ROWTYPE; new_bytes bigint;
   BEGIN
     SELECT * INTO here FROM log WHERE id = in_log;
     IF NOT FOUND THEN said := 'absent'; RETURN; END IF;
     IF here.proof <> in_proof THEN said := 'forbidden'; RETURN; END IF;
     IF here.closed THEN said := 'closed'; RETURN; END IF;
     head_before := here.head; mark_before := here.mark;
     IF here.head <> known_head THEN said := 'behind'; RETURN; END IF;
     IF in_count = 0 THEN said := 'done'; RETURN; END IF;
     new_bytes := here.bytes + length(in_frames);
     IF new_bytes > quota THEN said := 'quota'; RETURN; END IF;
     UPDATE log SET head = known_head + in_count, mark = in_mark, bytes = new_bytes
       WHERE id = in_log AND head = known_head AND NOT closed;
     IF NOT FOUND THEN said := 'behind'; RETURN; END IF;
     INSERT INTO segment VALUES (in_log, known_head + in_count, in_mark, new_bytes, in_ids, in_frames);
     said := 'done';
   END $$;`,
];

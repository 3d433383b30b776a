// Numbers for whoever looks after the server, in the text format of Prometheus. Counts only: no person, no log, no address.

type Labels = Readonly<Record<string, string>>;

export interface Metrics {
  count(name: keyof typeof COUNTERS, labels?: Labels, by?: number): void;
  /** How long an answer took. */
  took(route: string, seconds: number): void;
  /** @param gauges  what is measured at this moment */
  text(gauges: Readonly<Record<keyof typeof GAUGES, number>>): string;
}

const COUNTERS = {
  unknot_answers_total: 'Answers by route and class of status.',
  unknot_refused_total: 'Requests refused by a limit.',
  unknot_envelopes_total: 'Envelopes kept.',
  unknot_envelope_bytes_total: 'Bytes of batches received.',
  unknot_reminders_total: 'Reminders by what became of them.',
  unknot_store_trouble_total: 'Times the store could not be reached.',
} as const;

const GAUGES = {
  unknot_logs: 'Logs that are kept.',
  unknot_log_bytes: 'Bytes of all logs.',
  unknot_listeners: 'Devices that listen now.',
  unknot_resident_bytes: 'Memory of this process.',
  unknot_start_seconds: 'When this process started, seconds since 1970.',
} as const;

const BUCKETS = [0.005, 0.025, 0.1, 0.5, 2.5, 10];

export function metrics(): Metrics {
  const counts = new Map<string, Map<string, number>>();
  const times = new Map<string, { readonly under: number[]; sum: number; count: number }>();
  const shown = (labels: Labels) => {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
    return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
  };
  return {
    count(name, labels = {}, by = 1) {
      const series = counts.get(name) ?? new Map<string, number>();
      counts.set(name, series);
      const label = shown(labels);
      series.set(label, (series.get(label) ?? 0) + by);
    },
    took(route, seconds) {
      const time = times.get(route) ?? { under: BUCKETS.map(() => 0), sum: 0, count: 0 };
      times.set(route, time);
      for (const [index, most] of BUCKETS.entries())
        if (seconds <= most) time.under[index] = (time.under[index] ?? 0) + 1;
      time.sum += seconds;
      time.count += 1;
    },
    text(gauges) {
      const lines: string[] = [];
      for (const [name, help] of Object.entries(COUNTERS)) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`);
        for (const [labels, value] of counts.get(name) ?? [['', 0] as const]) lines.push(`${name}${labels} ${value}`);
      }
      for (const [name, help] of Object.entries(GAUGES))
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${gauges[name as keyof typeof GAUGES]}`);
      lines.push('# HELP unknot_answer_seconds How long answers take.', '# TYPE unknot_answer_seconds histogram');
      for (const [route, { under, sum, count }] of times) {
        for (const [index, most] of BUCKETS.entries())
          lines.push(`unknot_answer_seconds_bucket${shown({ route, le: String(most) })} ${under[index]}`);
        lines.push(`unknot_answer_seconds_bucket${shown({ route, le: '+Inf' })} ${count}`);
        lines.push(
          `unknot_answer_seconds_sum${shown({ route })} ${sum}`,
          `unknot_answer_seconds_count${shown({ route })} ${count}`,
        );
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

// The numbers behind a picture, for whoever listens or wants them exactly.

import { trendTexts as t } from '../texts/trends.ts';
import './numbers-table.css';

interface NumbersTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export function NumbersTable({ head, rows }: NumbersTableProps) {
  return (
    <details class="why numbers">
      <summary>{t.table}</summary>
      {/* A wide table scrolls in itself, by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable without a mouse */}
      <section class="scroll-x" tabIndex={0} aria-label={t.table}>
        <table>
          <thead>
            <tr>
              {head.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, column) => (
                  <td key={column} class="num">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

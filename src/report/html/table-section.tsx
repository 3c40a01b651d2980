import type { ComponentChildren } from "preact";
import type { Language, Text } from "../../domain/text.js";
import { Scroller } from "./scroller.js";

interface TableSectionProps {
  /** Of the heading, which names the section, the table and what scrolls it. */
  id: string;
  title: string;
  /** Between the heading and the table. */
  note?: string;
  /** Class of the table. */
  kind?: string;
  /** The cells of the head's only row. */
  heads: ComponentChildren;
  /** The rows of the body. */
  children: ComponentChildren;
}

/** A section of a page that is one table. */
export function TableSection({ id, title, note, kind, heads, children }: TableSectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note !== undefined && <p class="soft">{note}</p>}
      <Scroller label={id}>
        <table class={kind} aria-labelledby={id}>
          <thead>
            <tr>{heads}</tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </Scroller>
    </section>
  );
}

/** Head cells that say what stands under them. */
export function Heads({ of, language }: { of: readonly Text[]; language: Language }) {
  return (
    <>
      {of.map((head) => (
        <th key={head.en} scope="col">
          {head[language]}
        </th>
      ))}
    </>
  );
}

/*
 * The script of the page, in functions that know of nothing but each other and the browser: their source, as compiled, is kept
 * as a text in page-script.ts by `npm run docs`, so that no bundler can change it, and stands in the page. Everything can be read without it; it filters, finds the way to what a filter hides, keeps the filter
 * in the address, and opens what is folded before printing.
 */

/** The script as it stands in the page. */
export function scriptText(): string {
  const functions = [
    collect,
    blocksOf,
    choiceOf,
    matchesOf,
    apply,
    showOffices,
    showRows,
    showViolations,
    show,
    tell,
    readHash,
    writeHash,
    reveal,
    start,
  ];
  return `"use strict";(()=>{${functions.map(String).join("\n")}\nstart();})()`;
}

/** What is shown: numbers of the office and the department (-1: all), and of the people (null: all). */
interface Choice {
  readonly office: number;
  readonly department: number;
  readonly people: ReadonlySet<number> | null;
}

interface Entry {
  readonly element: HTMLElement;
  readonly person: number;
  readonly department: number;
}

interface Block {
  readonly element: HTMLElement;
  readonly entries: readonly Entry[];
}

interface Parts {
  readonly form: HTMLFormElement;
  readonly offices: readonly {
    readonly element: HTMLElement;
    readonly index: number;
    readonly days: readonly { readonly element: HTMLElement; readonly blocks: readonly Block[] }[];
  }[];
  /** For each person `o…` of the offices and `d…` of the departments in the rota. */
  readonly places: ReadonlyMap<number, ReadonlySet<string>>;
  /** Names by number, in small letters. */
  readonly names: readonly string[];
}

function collect(form: HTMLFormElement): Parts {
  const all = (root: ParentNode, selector: string) =>
    Array.from(root.querySelectorAll<HTMLElement>(selector));
  const places = new Map<number, Set<string>>();
  const offices = all(document, "section.office").map((element) => ({
    element,
    index: Number(element.dataset.o),
    days: all(element, ".cal > li").map((day) => ({ element: day, blocks: blocksOf(day) })),
  }));
  for (const { index, days } of offices) {
    for (const { person, department } of days
      .flatMap((day) => day.blocks)
      .flatMap((block) => block.entries)) {
      const own = places.get(person) ?? new Set<string>();
      places.set(person, own.add(`o${index}`).add(`d${department}`));
    }
  }
  const names = all(form, "datalist option").map((option) =>
    (option as HTMLOptionElement).value.toLowerCase(),
  );
  return { form, offices, places, names };
}

function blocksOf(day: HTMLElement): Block[] {
  return Array.from(day.querySelectorAll<HTMLElement>(".op")).map((element) => ({
    element,
    entries: Array.from(element.querySelectorAll<HTMLElement>("li")).map((entry) => ({
      element: entry,
      person: Number(entry.dataset.p ?? -1),
      department: Number(entry.dataset.d ?? -1),
    })),
  }));
}

/** What the fields ask for. A name in full means that person alone, else everybody whose name has the letters. */
function choiceOf({ form, names }: Parts): Choice {
  const at = (name: string) =>
    (form.elements.namedItem(name) as HTMLSelectElement).selectedIndex - 1;
  const text = (form.elements.namedItem("person") as HTMLInputElement).value.trim().toLowerCase();
  const exact = names.indexOf(text);
  const found = names.flatMap((name, index) => (name.includes(text) ? [index] : []));
  const people = text === "" ? null : new Set(exact >= 0 ? [exact] : found);
  return { office: at("office"), department: at("department"), people };
}

/** Whether a row or an item of a list, by its own numbers, is part of what is asked for. */
function matchesOf(element: HTMLElement, { office, department, people }: Choice): boolean {
  const number = (text: string | undefined) => Number(text ?? -1);
  const { o, p, d } = element.dataset;
  return (
    (office < 0 || number(o) === office) &&
    (department < 0 || number(d) === department) &&
    (people === null || people.has(number(p)))
  );
}

function show(element: Element, visible: boolean): void {
  if ((element as HTMLElement).hidden === visible) (element as HTMLElement).hidden = !visible;
}

function apply(parts: Parts): void {
  const choice = choiceOf(parts);
  const offices = showOffices(parts, choice);
  const people = showRows(parts, choice, offices);
  const violations = showViolations(choice);
  tell(parts, choice, [offices.size, people, violations]);
}

/** Shows the offices, days and openings that have something asked for; answers the numbers of the offices. */
function showOffices({ offices }: Parts, { office, department, people }: Choice): Set<number> {
  const everything = department < 0 && people === null;
  const shown = new Set<number>();
  for (const { element, index, days } of offices) {
    let any = false;
    const here = office < 0 || office === index;
    for (const day of here ? days : []) {
      let anyBlock = false;
      for (const block of day.blocks) {
        let anyEntry = false;
        for (const entry of block.entries) {
          const visible =
            (department < 0 || entry.department === department) &&
            (people === null || people.has(entry.person));
          show(entry.element, visible);
          anyEntry ||= visible;
        }
        show(block.element, everything || anyEntry);
        anyBlock ||= anyEntry;
      }
      show(day.element, everything || anyBlock);
      any ||= anyBlock;
    }
    const visible = here && (everything || any);
    show(element, visible);
    if (visible) shown.add(index);
  }
  return shown;
}

/** Shows the rows of tables, and no table without rows; answers how many people are left. */
function showRows({ places }: Parts, choice: Choice, offices: ReadonlySet<number>): number {
  const { office, department, people } = choice;
  const shown = new Set<number>();
  for (const row of Array.from(document.querySelectorAll<HTMLElement>("tr[data-p]"))) {
    const person = Number(row.dataset.p);
    const own = places.get(person);
    const visible =
      (people === null || people.has(person)) &&
      (office < 0 || (own?.has(`o${office}`) ?? false)) &&
      (department < 0 ||
        Number(row.dataset.d) === department ||
        (own?.has(`d${department}`) ?? false));
    show(row, visible);
    if (visible) shown.add(person);
  }
  for (const row of Array.from(document.querySelectorAll<HTMLElement>("tr[data-o], .places li"))) {
    show(row, offices.has(Number(row.dataset.o)));
  }
  for (const area of Array.from(document.querySelectorAll(".places div"))) {
    show(area, area.querySelector("li:not([hidden])") !== null);
  }
  for (const row of Array.from(document.querySelectorAll<HTMLElement>(".costs tr[data-d]"))) {
    show(row, department < 0 || Number(row.dataset.d) === department);
  }
  for (const table of Array.from(document.querySelectorAll(".lazy"))) {
    show(table, table.querySelector("tbody tr:not([hidden])") !== null);
  }
  return shown.size;
}

function showViolations(choice: Choice): number {
  let shown = 0;
  for (const item of Array.from(document.querySelectorAll<HTMLElement>(".advised > ul > li"))) {
    const visible = matchesOf(item, choice);
    show(item, visible);
    if (visible) shown++;
  }
  for (const group of Array.from(document.querySelectorAll(".advised, details.rule"))) {
    show(group, group.querySelector("li:not([hidden])") !== null);
  }
  return shown;
}

/** Says what is shown, when it is not everything. */
function tell({ form, offices, names }: Parts, choice: Choice, shown: readonly number[]): void {
  const filtered = choice.office >= 0 || choice.department >= 0 || choice.people !== null;
  const violations = document.querySelectorAll(".advised > ul > li").length;
  const figures: Record<string, number | undefined> = {
    o: shown[0],
    O: offices.length,
    p: shown[1],
    P: names.length,
    v: shown[2],
    V: violations,
  };
  const words = (form.dataset.shown ?? "").replace(/\{(\w)\}/g, (_, key: string) =>
    String(figures[key]),
  );
  document.querySelector("#shown")!.textContent = filtered ? words : "";
  document.documentElement.classList.toggle("filtered", filtered);
}

/** Puts the fields as the address says; false when it says nothing of them. */
function readHash(form: HTMLFormElement): boolean {
  if (!location.hash.startsWith("#?")) return false;
  const asked = new URLSearchParams(location.hash.slice(2));
  for (const name of ["office", "person", "department"]) {
    (form.elements.namedItem(name) as HTMLInputElement).value = asked.get(name) ?? "";
  }
  return true;
}

function writeHash(form: HTMLFormElement): void {
  const asked = new URLSearchParams();
  for (const name of ["office", "person", "department"]) {
    const { value } = form.elements.namedItem(name) as HTMLInputElement;
    if (value.trim() !== "") asked.set(name, value.trim());
  }
  const filter = asked.size > 0 ? `#?${asked}` : "#";
  if (location.hash !== filter) history.replaceState(null, "", filter);
}

/** Brings what a link points to into sight, whatever hides it, and gives it the keyboard. */
function reveal(parts: Parts): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest("[hidden]")) {
    parts.form.reset();
    apply(parts);
  }
  const folded = target.closest("details");
  if (folded) folded.open = true;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

function start(): void {
  const form = document.querySelector<HTMLFormElement>("#filter")!;
  let collected: Parts | undefined;
  const parts = () => {
    collected ??= collect(form);
    return collected;
  };
  const update = () => {
    writeHash(form);
    apply(parts());
  };
  let waiting = 0;
  form.hidden = false;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, 120) as unknown as number;
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  const follow = () => {
    if (readHash(form)) apply(parts());
    else if (location.hash.length > 1) reveal(parts());
  };
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => {
    for (const folded of Array.from(document.querySelectorAll("details"))) folded.open = true;
  });
  follow();
}

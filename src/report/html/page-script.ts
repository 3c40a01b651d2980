/** The compiled functions of enhance.ts; `npm run docs` writes it. */
export const PAGE_SCRIPT = `"use strict";(()=>{function collect(form) {
    const all = (root, selector) => Array.from(root.querySelectorAll(selector));
    const places = new Map();
    const offices = all(document, "section.office").map((element) => ({
        element,
        index: Number(element.dataset.o),
        days: all(element, ".cal > li").map((day) => ({ element: day, blocks: blocksOf(day) })),
    }));
    for (const { index, days } of offices) {
        for (const { person, department } of days
            .flatMap((day) => day.blocks)
            .flatMap((block) => block.entries)) {
            const own = places.get(person) ?? new Set();
            places.set(person, own.add(\`o\${index}\`).add(\`d\${department}\`));
        }
    }
    const names = all(form, "datalist option").map((option) => option.value.toLowerCase());
    return { form, offices, places, names };
}
function blocksOf(day) {
    return Array.from(day.querySelectorAll(".op")).map((element) => ({
        element,
        entries: Array.from(element.querySelectorAll("li")).map((entry) => ({
            element: entry,
            person: Number(entry.dataset.p ?? -1),
            department: Number(entry.dataset.d ?? -1),
        })),
    }));
}
function choiceOf({ form, names }) {
    const at = (name) => form.elements.namedItem(name).selectedIndex - 1;
    const text = form.elements.namedItem("person").value.trim().toLowerCase();
    const exact = names.indexOf(text);
    const found = names.flatMap((name, index) => (name.includes(text) ? [index] : []));
    const people = text === "" ? null : new Set(exact >= 0 ? [exact] : found);
    return { office: at("office"), department: at("department"), people };
}
function matchesOf(element, { office, department, people }) {
    const number = (text) => Number(text ?? -1);
    const { o, p, d } = element.dataset;
    return ((office < 0 || number(o) === office) &&
        (department < 0 || number(d) === department) &&
        (people === null || people.has(number(p))));
}
function apply(parts) {
    const choice = choiceOf(parts);
    const offices = showOffices(parts, choice);
    const people = showRows(parts, choice, offices);
    const violations = showViolations(choice);
    tell(parts, choice, [offices.size, people, violations]);
}
function showOffices({ offices }, { office, department, people }) {
    const everything = department < 0 && people === null;
    const shown = new Set();
    for (const { element, index, days } of offices) {
        let any = false;
        const here = office < 0 || office === index;
        for (const day of here ? days : []) {
            let anyBlock = false;
            for (const block of day.blocks) {
                let anyEntry = false;
                for (const entry of block.entries) {
                    const visible = (department < 0 || entry.department === department) &&
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
        if (visible)
            shown.add(index);
    }
    return shown;
}
function showRows({ places }, choice, offices) {
    const { office, department, people } = choice;
    const shown = new Set();
    for (const row of Array.from(document.querySelectorAll("tr[data-p]"))) {
        const person = Number(row.dataset.p);
        const own = places.get(person);
        const visible = (people === null || people.has(person)) &&
            (office < 0 || (own?.has(\`o\${office}\`) ?? false)) &&
            (department < 0 ||
                Number(row.dataset.d) === department ||
                (own?.has(\`d\${department}\`) ?? false));
        show(row, visible);
        if (visible)
            shown.add(person);
    }
    for (const row of Array.from(document.querySelectorAll("tr[data-o], .places li"))) {
        show(row, offices.has(Number(row.dataset.o)));
    }
    for (const area of Array.from(document.querySelectorAll(".places div"))) {
        show(area, area.querySelector("li:not([hidden])") !== null);
    }
    for (const row of Array.from(document.querySelectorAll(".costs tr[data-d]"))) {
        show(row, department < 0 || Number(row.dataset.d) === department);
    }
    for (const table of Array.from(document.querySelectorAll(".lazy"))) {
        show(table, table.querySelector("tbody tr:not([hidden])") !== null);
    }
    return shown.size;
}
function showViolations(choice) {
    let shown = 0;
    for (const item of Array.from(document.querySelectorAll(".advised > ul > li"))) {
        const visible = matchesOf(item, choice);
        show(item, visible);
        if (visible)
            shown++;
    }
    for (const group of Array.from(document.querySelectorAll(".advised, details.rule"))) {
        show(group, group.querySelector("li:not([hidden])") !== null);
    }
    return shown;
}
function show(element, visible) {
    if (element.hidden === visible)
        element.hidden = !visible;
}
function tell({ form, offices, names }, choice, shown) {
    const filtered = choice.office >= 0 || choice.department >= 0 || choice.people !== null;
    const violations = document.querySelectorAll(".advised > ul > li").length;
    const figures = {
        o: shown[0],
        O: offices.length,
        p: shown[1],
        P: names.length,
        v: shown[2],
        V: violations,
    };
    const words = (form.dataset.shown ?? "").replace(/\\{(\\w)\\}/g, (_, key) => String(figures[key]));
    document.querySelector("#shown").textContent = filtered ? words : "";
    document.documentElement.classList.toggle("filtered", filtered);
}
function readHash(form) {
    if (!location.hash.startsWith("#?"))
        return false;
    const asked = new URLSearchParams(location.hash.slice(2));
    for (const name of ["office", "person", "department"]) {
        form.elements.namedItem(name).value = asked.get(name) ?? "";
    }
    return true;
}
function writeHash(form) {
    const asked = new URLSearchParams();
    for (const name of ["office", "person", "department"]) {
        const { value } = form.elements.namedItem(name);
        if (value.trim() !== "")
            asked.set(name, value.trim());
    }
    const filter = asked.size > 0 ? \`#?\${asked}\` : "#";
    if (location.hash !== filter)
        history.replaceState(null, "", filter);
}
function reveal(parts) {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target)
        return;
    if (target.closest("[hidden]")) {
        parts.form.reset();
        apply(parts);
    }
    const folded = target.closest("details");
    if (folded)
        folded.open = true;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
}
function start() {
    const form = document.querySelector("#filter");
    let collected;
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
        waiting = setTimeout(update, 120);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(update));
    const follow = () => {
        if (readHash(form))
            apply(parts());
        else if (location.hash.length > 1)
            reveal(parts());
    };
    addEventListener("hashchange", follow);
    addEventListener("beforeprint", () => {
        for (const folded of Array.from(document.querySelectorAll("details")))
            folded.open = true;
    });
    follow();
}
start();})()`;

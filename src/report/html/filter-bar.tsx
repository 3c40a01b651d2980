import type { Text } from "../../domain/text.js";
import type { Page } from "./model.js";

/** The fields that choose what is shown. Without a script they could do nothing, so a script shows them. */
export function FilterBar({ page }: { page: Page }) {
  const { say } = page;
  const all: Text = { en: "All", sv: "Alla" };
  return (
    <form
      id="filter"
      hidden
      data-shown={say(SHOWN)}
      aria-label={say({ en: "Choose what is shown", sv: "Välj vad som visas" })}
    >
      <label>
        {say({ en: "Office", sv: "Kontor" })}{" "}
        <select name="office">
          <option value="">{say(all)}</option>
          {page.offices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say({ en: "Person", sv: "Person" })}{" "}
        <input
          name="person"
          type="search"
          list="names"
          autocomplete="off"
          placeholder={say({ en: "name or part of it", sv: "namn eller del av namn" })}
        />
      </label>
      <datalist id="names">
        {page.people.map(({ id, label }) => (
          <option key={id} value={label} />
        ))}
      </datalist>
      <label>
        {say({ en: "Department", sv: "Förvaltning" })}{" "}
        <select name="department">
          <option value="">{say(all)}</option>
          {page.departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="reset">{say({ en: "Show everything", sv: "Visa allt" })}</button>
      <output id="shown" />
    </form>
  );
}

/** What the status says; the script puts the figures in. */
const SHOWN: Text = {
  en: "Showing {o} of {O} offices, {p} of {P} people and {v} of {V} broken rules.",
  sv: "Visar {o} av {O} kontor, {p} av {P} personer och {v} av {V} avvikelser.",
};

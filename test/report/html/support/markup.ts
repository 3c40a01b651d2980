/** What a person can read of a page: the texts between its tags, and those of its labels, each trimmed. */
export function textsOf(html: string): string[] {
  const body = html.slice(html.indexOf("<body>")).replace(/<(script|style)>[\s\S]*?<\/\1>/g, "");
  const between = body.split(/<[^>]*>/);
  const labels = [...body.matchAll(/ (?:aria-label|title|placeholder|data-shown)="([^"]*)"/g)];
  return [...between, ...labels.map(([, label]) => label!)]
    .map((text) => unescaped(text).trim())
    .filter((text) => text !== "");
}

/** Every text of a piece of data that is not said in two languages. */
export function dataOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null && !("sv" in value)) {
    for (const part of Object.values(value)) dataOf(part, found);
  }
  return found;
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

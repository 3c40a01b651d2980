/**
 * A short code for each name, unlike all the others: the initials of several words, else the beginning of the word, else
 * its first letter with a later one, else a number. At least `shortest` letters where the name has them.
 */
export function shortCodes(names: readonly string[], shortest: number): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const code = candidates(name, shortest).find(
      (candidate) => !taken.has(candidate.toUpperCase()),
    );
    const free = code ?? numbered(name, shortest, taken);
    taken.add(free.toUpperCase());
    return free;
  });
}

function candidates(name: string, shortest: number): string[] {
  const words = wordsOf(name);
  const initials = words.map((word) => word[0]!.toUpperCase()).join("");
  const last = words.at(-1) ?? "";
  const letters = Array.from(words.join(""));
  const first = (letters[0] ?? "").toUpperCase();
  const prefixes = [shortest, shortest + 1, shortest + 2].map(
    (length) => first + letters.slice(1, length).join(""),
  );
  const several =
    words.length > 1 ? [initials.slice(0, 3), initials.slice(0, 2) + last.slice(1, 2)] : [];
  const skipping = letters.slice(2).map((letter) => first + letter);
  return [...several, ...prefixes, ...skipping].filter(
    ({ length }) => length >= Math.min(shortest, letters.length) && length > 0,
  );
}

function numbered(name: string, shortest: number, taken: ReadonlySet<string>): string {
  const start = Array.from(wordsOf(name).join("")).slice(0, shortest).join("") || "?";
  let number = 2;
  while (taken.has(`${start}${number}`.toUpperCase())) number++;
  return `${start}${number}`;
}

function wordsOf(name: string): string[] {
  return name
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

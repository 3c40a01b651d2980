import { renderToString } from "preact-render-to-string";
import { sha256Base64 } from "../../domain/sha256.js";
import type { Language } from "../../domain/text.js";

/** What stands in a self-contained page. */
export interface PageParts {
  readonly title: string;
  readonly style: string;
  /** The markup of the body. */
  readonly body: string;
  /** Default: none runs. */
  readonly script?: string;
  /** Whether search engines may list the page: only what is meant for the public. */
  readonly isPublic?: true;
}

/**
 * A page that needs nothing else and works without a network. Its policy lets in only the style and the script that stand in
 * it, known by their hashes, and forbids every request. The same parts give the same bytes.
 */
export function selfContainedPage(
  { title, style, body, script, isPublic }: PageParts,
  language: Language,
): string {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(style)}'`,
    ...(script === undefined ? [] : [`script-src 'sha256-${sha256Base64(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      {isPublic ? null : <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>,
  );
  const run = script === undefined ? "" : `<script>${script}</script>`;
  return `<!doctype html>\n<html lang="${language}">${head}<body>${body}${run}</body></html>\n`;
}

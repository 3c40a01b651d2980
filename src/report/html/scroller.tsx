import type { ComponentChildren } from "preact";

interface ScrollerProps {
  /** The id of the caption that names it. */
  label: string;
  /** True for what a filter may empty and a browser may lay out only when it comes into sight. */
  lazy?: boolean;
  children: ComponentChildren;
}

/** A wide table, to be scrolled sideways where the screen is narrow; the keyboard can reach it to do so (WCAG 2.1.1). */
export function Scroller({ label, lazy = false, children }: ScrollerProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups nothing but what scrolls together
    <div
      class={lazy ? "wide lazy" : "wide"}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-labelledby={label}
    >
      {children}
    </div>
  );
}

import { z } from "zod";
import type { Text } from "../../domain/text.js";
import type { NoticeCode } from "../notice.js";

/** Why a cell is not accepted. `secret`: the value must not be repeated in the notice. */
export interface Fault {
  readonly message: Text;
  readonly code?: NoticeCode;
  readonly suggestion?: Text | null;
  readonly secret?: boolean;
}

/** Reads one kind of cell: from cleaned, non-empty text to a value. */
export interface Codec<T> {
  readonly schema: z.ZodType<T, string>;
  /** What such a cell looks like, without a full stop. */
  readonly expected: Text;
}

/** What a parse function answers: a value, or the reason why there is none. */
export type Parsed<T> = { readonly value: T } | { readonly fault: Fault };

/** Makes a codec of a parse function. */
export function codec<T>(expected: Text, parse: (cell: string) => Parsed<T>): Codec<T> {
  const schema = z.string().transform((cell, context): T => {
    const parsed = parse(cell);
    if ("value" in parsed) return parsed.value;
    context.addIssue({
      code: "custom",
      message: parsed.fault.message.en,
      params: { fault: parsed.fault },
    });
    return z.NEVER;
  });
  return { schema, expected };
}

/** Reads a cell by its codec. */
export function readCell<T>(schema: z.ZodType<T, string>, cell: string): Parsed<T> {
  const result = schema.safeParse(cell);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0];
  if (issue?.code !== "custom") throw result.error;
  return { fault: issue.params?.fault as Fault };
}

/** The answer of a parse function that accepts. */
export function ok<T>(value: T): Parsed<T> {
  return { value };
}

/** The answer of a parse function that refuses, with what was probably meant. */
export function refuse(message: Text, suggestion: Text | null = null): { readonly fault: Fault } {
  return { fault: { message, suggestion } };
}

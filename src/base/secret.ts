// What must show nowhere: a password or a token that an operator gave us.

/** Prints as `***` wherever it ends up: in JSON, in a log, in a template. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

export const hidden = "***";

export function secretOf(text: string): Secret {
  return { reveal: () => text, toString: () => hidden, toJSON: () => hidden };
}

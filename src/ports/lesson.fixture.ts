// Lessons for tests.

import type { Receipt } from "../model/ids.ts";
import type { Lesson } from "../model/lesson.ts";
import { later } from "./kept.fixture.ts";

export function someLesson(number: number, more: Partial<Lesson> = {}): Lesson {
  return {
    about: `delivery:r${number}`,
    label: "spam",
    author: `author${number}`,
    sender: `sender${number}`,
    from: "ruling",
    isPublic: true,
    at: later(number),
    receipt: `r${number}` as Receipt,
    // No version of any classifier.
    features: Uint8Array.of(0, number % 256, number >>> 8),
    ...more,
  };
}

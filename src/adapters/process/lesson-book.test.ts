import { lessonBookContract } from "../../ports/lesson-book.contract.ts";
import { ProcessLessonBook } from "./lesson-book.ts";

lessonBookContract("process", async () => ({
  book: new ProcessLessonBook(),
  close: async () => undefined,
}));

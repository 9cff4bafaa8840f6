import { lessonBookContract } from "../../ports/lesson-book.contract.ts";
import { testFolder } from "./folder.fixture.ts";
import { openInThread } from "./in-thread.fixture.ts";

const newFile = testFolder();

lessonBookContract("sqlite", async () => {
  const { lessonBook, ledger } = openInThread(newFile());
  return { book: lessonBook, close: () => ledger.close() };
});

import { chronicleContract } from "../../ports/chronicle.contract.ts";
import { testFolder } from "./folder.fixture.ts";
import { openInThread } from "./in-thread.fixture.ts";

const newFile = testFolder();

chronicleContract("sqlite", async () => {
  const { chronicle, ledger } = openInThread(newFile());
  return { chronicle, close: () => ledger.close() };
});

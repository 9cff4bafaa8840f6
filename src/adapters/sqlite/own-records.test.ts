import { ownRecordsContract } from "../../ports/own-records.contract.ts";
import { testFolder } from "./folder.fixture.ts";
import { openInThread } from "./in-thread.fixture.ts";

const newFile = testFolder();

ownRecordsContract("sqlite", async () => {
  const { ownRecords, ledger } = openInThread(newFile());
  return { records: ownRecords, close: () => ledger.close() };
});

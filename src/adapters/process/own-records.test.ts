import { ownRecordsContract } from "../../ports/own-records.contract.ts";
import { ProcessOwnRecords } from "./own-records.ts";

ownRecordsContract("process", async () => ({
  records: new ProcessOwnRecords(),
  close: async () => undefined,
}));

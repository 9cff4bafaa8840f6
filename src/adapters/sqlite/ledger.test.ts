import { ledgerContract } from "../../ports/ledger.contract.ts";
import { testFolder } from "./folder.fixture.ts";
import { openInThread } from "./in-thread.fixture.ts";

const newFile = testFolder();

ledgerContract("sqlite", async () => openInThread(newFile()).ledger);

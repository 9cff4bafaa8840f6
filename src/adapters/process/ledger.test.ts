import { ledgerContract } from "../../ports/ledger.contract.ts";
import { ProcessLedger } from "./ledger.ts";

ledgerContract("process", async () => new ProcessLedger());

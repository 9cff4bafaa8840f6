import { chronicleContract } from "../../ports/chronicle.contract.ts";
import { ProcessChronicle } from "./chronicle.ts";

chronicleContract("process", async () => ({
  chronicle: new ProcessChronicle(),
  close: async () => undefined,
}));

import { wordsContract } from "../../ports/words.contract.ts";
import { ProcessWords } from "./words.ts";

wordsContract("process", () => new ProcessWords());

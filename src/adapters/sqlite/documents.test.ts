import { boundedDocumentsContract, documentsContract } from "../../ports/documents.contract.ts";
import { testFolder } from "./folder.fixture.ts";
import { openInThread } from "./in-thread.fixture.ts";

const newFile = testFolder();

documentsContract("sqlite", async (documentsMax) => opened(newFile(), documentsMax));

boundedDocumentsContract("sqlite", async (documentsMax) => {
  const path = newFile();
  return { ...opened(path, documentsMax), look: async () => opened(path, documentsMax) };
});

function opened(path: string, documentsMax: number) {
  const { documents, ledger } = openInThread(path, { documentsMax });
  return { documents, close: () => ledger.close() };
}

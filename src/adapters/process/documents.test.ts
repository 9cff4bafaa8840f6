import { boundedDocumentsContract, documentsContract } from "../../ports/documents.contract.ts";
import { ProcessDocuments } from "./documents.ts";

const close = async (): Promise<void> => undefined;

documentsContract("process", async (max) => ({ documents: new ProcessDocuments(max), close }));

boundedDocumentsContract("process", async (max) => {
  const documents = new ProcessDocuments(max);
  return { documents, close, look: async () => ({ documents, close }) };
});

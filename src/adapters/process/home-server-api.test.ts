import { homeServerApiContract } from "../../ports/home-server-api.contract.ts";
import { connectedHome } from "./home-server-api.fixture.ts";

homeServerApiContract("process", async () => connectedHome());

import { together } from "./together";

together("commandLine");

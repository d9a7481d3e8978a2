import { together } from "./together";

together("grid");

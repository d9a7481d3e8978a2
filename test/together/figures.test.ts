import { together } from "./together";

together("figures");

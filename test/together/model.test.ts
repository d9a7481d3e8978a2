import { together } from "./together";

together("model");

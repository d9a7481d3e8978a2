import { together } from "./together";

together("hostile");

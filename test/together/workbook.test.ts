import { together } from "./together";

together("workbook");

import { startInExcel } from "./excelEntry";

void startInExcel();

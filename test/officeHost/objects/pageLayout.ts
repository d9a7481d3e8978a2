/** Print set-up of a sheet. */

import { formatArea, parseArea, splitSheet } from "../address";
import { invalidArgument } from "../apiFault";
import type { Sheet } from "../book";
import type { Host } from "../host";
import { HostObject } from "../hostObject";
import type { Range } from "./range";

abstract class SheetPart extends HostObject {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
  ) {
    super(host);
  }
}

/** Texts at the top and bottom of each page. */
export class HeaderFooter extends SheetPart {
  get leftFooter(): string {
    return this.$text("leftFooter");
  }
  set leftFooter(text: string) {
    this.$put("leftFooter", text);
  }
  get centerFooter(): string {
    return this.$text("centerFooter");
  }
  set centerFooter(text: string) {
    this.$put("centerFooter", text);
  }
  get rightFooter(): string {
    return this.$text("rightFooter");
  }
  set rightFooter(text: string) {
    this.$put("rightFooter", text);
  }
  get leftHeader(): string {
    return this.$text("leftHeader");
  }
  set leftHeader(text: string) {
    this.$put("leftHeader", text);
  }
  get centerHeader(): string {
    return this.$text("centerHeader");
  }
  set centerHeader(text: string) {
    this.$put("centerHeader", text);
  }
  get rightHeader(): string {
    return this.$text("rightHeader");
  }
  set rightHeader(text: string) {
    this.$put("rightHeader", text);
  }
  private $text(part: string): string {
    return this.$sheet.print.headersFooters[part] ?? "";
  }
  private $put(part: string, text: string): void {
    if (text.length > 255) throw invalidArgument(`HeaderFooter.${part}`);
    this.$sheet.print.headersFooters[part] = text;
  }
}

/** Headers and footers by kind of page; this host has the common ones. */
export class HeaderFooterGroup extends SheetPart {
  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.$host, this.$sheet);
  }
}

/** How a sheet prints. */
export class PageLayout extends SheetPart {
  get orientation(): string {
    return this.$sheet.print.orientation;
  }
  set orientation(value: string) {
    this.$sheet.print.orientation = value;
  }
  get paperSize(): string {
    return this.$sheet.print.paperSize;
  }
  set paperSize(value: string) {
    this.$sheet.print.paperSize = value;
  }
  get zoom(): unknown {
    return this.$sheet.print.zoom;
  }
  set zoom(value: unknown) {
    this.$sheet.print.zoom = value;
  }
  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.$host, this.$sheet);
  }
  setPrintArea(area: Range | string): void {
    this.$sheet.print.area = this.$address(area);
  }
  setPrintTitleRows(rows: Range | string): void {
    this.$sheet.print.titleRows = this.$address(rows);
  }
  setPrintTitleColumns(columns: Range | string): void {
    this.$sheet.print.titleColumns = this.$address(columns);
  }
  private $address(range: Range | string): string {
    return formatArea(typeof range === "string" ? parseArea(splitSheet(range).rest) : range.$area, true);
  }
}

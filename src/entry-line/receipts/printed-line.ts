import type { ReceiptLine } from './receipt-line.js';

export interface PrintedLine extends ReceiptLine {
  text: string;
  /** True for a line that a person marked as one of a list. */
  marked: boolean;
  /** True for a line that says how many of a thing, and not of what. */
  reckons: boolean;
  /** True for a sum, a payment, a bag, a discount. */
  other: boolean;
}

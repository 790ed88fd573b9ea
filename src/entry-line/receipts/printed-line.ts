import type { ReceiptLine } from './receipt-line.js';

export interface PrintedLine extends ReceiptLine {
  text: string;
  /** Marked by a person as part of a list. */
  marked: boolean;
  /** Says how many, and not of what. */
  reckons: boolean;
  /** True for a sum, a payment, a bag, a discount. */
  other: boolean;
}

/**
 * How much this reader is willing to take in. Sizes are bytes, times are seconds. An annual report is well
 * under 10 MB in every format met so far; the limits leave room and still keep one file from stalling a server.
 */
export const LIMITS = {
  /** Largest file of any kind. */
  fileBytes: 50_000_000,
  /** Largest plain text, Markdown or HTML file. */
  textBytes: 20_000_000,
  /** Tables inside tables inside tables. */
  nestedTables: 2_000,
  /** Elements inside elements, whatever they are. */
  nestedElements: 10_000,
  /** Above this estimated parsing cost (open elements summed over all tags) HTML is read in a worker. */
  htmlInlineCost: 20_000_000,
  /** Pages of a PDF. */
  pdfPages: 500,
  /** Members of a ZIP archive, of a DOCX or of an XLSX. */
  zipEntries: 5_000,
  /** Documents read out of one archive. */
  zipDocuments: 2_000,
  /** One unpacked member. */
  zipEntryBytes: 100_000_000,
  /** All members of one archive, unpacked. */
  zipTotalBytes: 300_000_000,
  /** Unpacked to packed size, tested once a member exceeds `zipRatioFrom`. */
  zipRatio: 150,
  zipRatioFrom: 5_000_000,
  /** Heap of one worker, in megabytes. */
  workerMegabytes: 512,
  /** Time for one Word or Excel file, or one costly web page. */
  officeSeconds: 5,
  /** Time for one PDF: long ones are legitimate. */
  pdfSeconds: 10,
} as const

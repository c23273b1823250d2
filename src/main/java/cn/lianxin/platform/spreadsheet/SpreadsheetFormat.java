package cn.lianxin.platform.spreadsheet;

/** The ledgers that are written. */
public enum SpreadsheetFormat {
    /** With a byte order mark, by which Excel knows it. */
    CSV_UTF8("csv", "text/csv;charset=UTF-8"),
    /** For programs that only know the national encoding. */
    CSV_GB18030("csv", "text/csv;charset=GB18030"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    SpreadsheetFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Of the file name, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}

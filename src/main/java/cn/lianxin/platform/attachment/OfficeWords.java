package cn.lianxin.platform.attachment;

import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;

/** The words of office documents: which are read, which tell of somebody, which would fetch or run something. */
final class OfficeWords {

    /** In the place of every author; the programs want something there. */
    static final String SOMEBODY = "-";

    /** What they hold is read, they themselves are not. */
    static final Set<String> OPENED = Set.of("fldSimple", "smartTag", "customXml");

    /** These are read even where what they lead to is gone. */
    static final Set<String> STAYING = Set.of("hyperlink", "blip", "pageSetup", "imagedata", "hlinkClick", "shape");

    /** Of pictures these are mostly the path of a file on somebody's disk. */
    private static final Set<String> NAMES = Set.of("name", "descr", "title");

    private static final Set<String> LEFT = Set.of(
            "rsids",
            "docVars",
            "attachedTemplate",
            "mailMerge",
            "absPath",
            "fileSharing",
            "fileVersion",
            "fileRecoveryPr",
            "webPublishing",
            "webPublishItems",
            "webPublishObjects",
            "oleObjects",
            "oleObject",
            "OLEObject",
            "oleLink",
            "ddeLink",
            "controls",
            "control",
            "customSheetViews",
            "customWorkbookViews",
            "externalReferences",
            "pivotCaches",
            "customXmlPr",
            "smartTagPr",
            "smartTags",
            "dataBinding",
            "instrText",
            "delInstrText",
            "fldChar",
            "ffData",
            "permStart",
            "permEnd",
            "extLst",
            "customProperties",
            "revisionPtr",
            "hlinkHover",
            "subDoc",
            "altChunk",
            "externalData",
            "scenarios");

    private static final Set<String> SETTINGS = Set.of(
            "zoom",
            "compat",
            "evenAndOddHeaders",
            "mirrorMargins",
            "defaultTabStop",
            "characterSpacingControl",
            "footnotePr",
            "endnotePr",
            "themeFontLang",
            "clrSchemeMapping",
            "decimalSymbol",
            "listSeparator",
            "displayBackgroundShape",
            "bordersDoNotSurroundHeader",
            "bordersDoNotSurroundFooter",
            "noLineBreaksAfter",
            "noLineBreaksBefore",
            "drawingGridVerticalSpacing",
            "drawingGridHorizontalSpacing");

    private static final Set<String> TELLING = Set.of(
            "initials",
            "date",
            "dateUtc",
            "paraIdParent",
            "userId",
            "providerId",
            "lastEdited",
            "lowestEdited",
            "rupBuild",
            "appName",
            "codeName",
            "refreshedBy",
            "refreshedDate",
            "userName",
            "lastGuid",
            "uid",
            "alt",
            "macro",
            "textlink",
            "href",
            "src",
            "action");

    private static final Pattern KNOWN = Pattern.compile("""
            (http://schemas\\.openxmlformats\\.org/.*|http://purl\\.oclc\\.org/ooxml/.*\
            |http://schemas\\.microsoft\\.com/office/.*|http://www\\.wps\\.cn/officeDocument/.*|urn:schemas-microsoft-com:(vml|office:.*)|)""");

    private static final Pattern CALLING = Pattern.compile(
            "(?i)\\[|\\||WEBSERVICE|\\bRTD\\b|\\bDDE|\\bCALL\\b|REGISTER|\\bEXEC\\b|SQL\\.|IMAGE\\s*\\(|HYPERLINK");

    private static final Pattern RELATION =
            Pattern.compile("http://(schemas\\.openxmlformats|purl\\.oclc)\\.org/(.*/)?officeDocument/.*relationships");

    private OfficeWords() {}

    static boolean leaves(StartElement start, boolean setting) {
        var name = start.getName().getLocalPart();
        return LEFT.contains(name)
                || !KNOWN.matcher(start.getName().getNamespaceURI()).matches()
                || setting && !SETTINGS.contains(name);
    }

    static boolean tells(Attribute attribute) {
        var name = attribute.getName().getLocalPart();
        return TELLING.contains(name) || name.startsWith("rsid");
    }

    static boolean isAuthor(Attribute attribute) {
        return attribute.getName().getLocalPart().equals("author");
    }

    /** A picture's own name, but where cells find their picture by it. */
    static boolean isNameOfPicture(StartElement of, Attribute attribute) {
        return Set.of("docPr", "cNvPr").contains(of.getName().getLocalPart())
                && NAMES.contains(attribute.getName().getLocalPart())
                && !attribute.getValue().matches("ID_[0-9A-F]{32}");
    }

    static boolean isRelation(Attribute attribute) {
        return RELATION.matcher(attribute.getName().getNamespaceURI()).matches();
    }

    static boolean isFormula(StartElement start) {
        return Set.of(
                        "f",
                        "formula",
                        "formula1",
                        "formula2",
                        "definedName",
                        "calculatedColumnFormula",
                        "totalsRowFormula")
                .contains(start.getName().getLocalPart());
    }

    /** Whether a formula reaches beyond this document; its last result is read all the same. */
    static boolean calls(String formula) {
        return CALLING.matcher(formula).find();
    }
}

package cn.lianxin.platform.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of files that are taken. The first extension is the one given to a file that came under a wrong one. */
enum FileType {
    JPEG("image/jpeg", AttachmentKind.PHOTO, "jpg", "jpeg", "jfif"),
    PNG("image/png", AttachmentKind.PHOTO, "png"),
    WEBP("image/webp", AttachmentKind.PHOTO, "webp"),
    GIF("image/gif", AttachmentKind.PHOTO, "gif"),
    HEIC("image/heic", AttachmentKind.PHOTO, "heic", "heif"),
    MP3("audio/mpeg", AttachmentKind.RECORDING, "mp3"),
    M4A("audio/mp4", AttachmentKind.RECORDING, "m4a", "mp4"),
    AAC("audio/aac", AttachmentKind.RECORDING, "aac"),
    AMR("audio/amr", AttachmentKind.RECORDING, "amr"),
    WAV("audio/wav", AttachmentKind.RECORDING, "wav"),
    OGG("audio/ogg", AttachmentKind.RECORDING, "ogg", "oga", "opus"),
    WEBM_AUDIO("audio/webm", AttachmentKind.RECORDING, "weba", "webm"),
    WEBM("video/webm", AttachmentKind.VIDEO, "webm"),
    MP4("video/mp4", AttachmentKind.VIDEO, "mp4", "m4v"),
    QUICKTIME("video/quicktime", AttachmentKind.VIDEO, "mov", "qt"),
    THREE_GP("video/3gpp", AttachmentKind.VIDEO, "3gp", "3gpp"),
    THREE_GP_AUDIO("audio/3gpp", AttachmentKind.RECORDING, "3gp", "3gpp"),
    PDF("application/pdf", AttachmentKind.DOCUMENT, "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", AttachmentKind.DOCUMENT, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", AttachmentKind.DOCUMENT, "xlsx"),
    DOC("application/msword", AttachmentKind.DOCUMENT, "doc"),
    XLS("application/vnd.ms-excel", AttachmentKind.DOCUMENT, "xls"),
    TXT("text/plain", AttachmentKind.DOCUMENT, "txt");

    private final String mediaType;
    private final AttachmentKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // It is: List.of.
    private final List<String> extensions;

    FileType(String mediaType, AttachmentKind kind, String... extensions) {
        this.mediaType = mediaType;
        this.kind = kind;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    AttachmentKind kind() {
        return kind;
    }

    String extension() {
        return extensions.getFirst();
    }

    boolean mayBeCalled(String extension) {
        return extensions.contains(extension);
    }

    /** Whether a file name with this extension promises a type that is taken. */
    static boolean isPromisedBy(String extension) {
        return Arrays.stream(values()).anyMatch(type -> type.mayBeCalled(extension));
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** Whether a browser may show it in its own window; HEIC it cannot, and documents of offices it must not. */
    boolean isShown() {
        return switch (kind) {
            case PHOTO -> this != HEIC;
            case RECORDING, VIDEO -> true;
            case DOCUMENT -> this == PDF;
        };
    }
}

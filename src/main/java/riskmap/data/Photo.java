package riskmap.data;

/**
 * A photo of a feature as the project lists it; its bytes stay in the file until they are looked at.
 *
 * @param id key of the photo
 * @param link key of the row that ties it to the feature
 * @param name name of the file it came from
 * @param contentType what it is, such as {@code image/jpeg}
 * @param size in bytes
 * @param thumbnail a small picture of it, null for none
 */
public record Photo(long id, long link, String name, String contentType, long size, byte[] thumbnail) {
    /** More is refused wherever a photo is put in: a phone's best picture has 12 MB, a project has thousands. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;
}

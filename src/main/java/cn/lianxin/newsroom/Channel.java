package cn.lianxin.newsroom;

/**
 * A section of the paper.
 *
 * @param threeReviews nothing of it is public before three have passed it
 * @param taking whether it takes submissions
 * @param hidden not shown any more; what came out in it stays where it is
 */
public record Channel(
        String code,
        String name,
        String englishName,
        ArticleKind kind,
        String procedure,
        boolean threeReviews,
        boolean taking,
        boolean hidden) {

    public String name(boolean chinese) {
        return chinese ? name : englishName;
    }
}

package cn.lianxin.platform.merkle;

/** What was shown does not prove what it should; the reason says exactly why. */
public final class Unproven extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Each with its sentence for whoever checks. */
    public enum Reason {
        HASH_MALFORMED("这不是一个校验值", "This is not a hash"),
        INDEX_BEYOND_TREE("这一条的序号不在账本里", "The index lies beyond the tree"),
        PROOF_TOO_LONG("证明比该有的长", "The proof is longer than it must be"),
        PROOF_TOO_SHORT("证明比该有的短", "The proof is shorter than it must be"),
        NOT_IN_TREE(
                "证明的不是这一条：算出来的根和账本的根不一样", "The proof is for another leaf: the root that it leads to is not the tree's"),
        SIZES_REVERSED("后来的账本比以前的短", "The later tree is smaller than the earlier one"),
        EARLIER_EMPTY("从空账本开始，什么也证明不了", "From an empty tree nothing is proved"),
        OLD_ROOT_DIFFERS("账本改写了以前的内容", "The log rewrote what it held before"),
        NEW_ROOT_DIFFERS("后来的账本接不上以前的", "The later tree does not go on from the earlier one"),
        SAME_SIZE_OTHER_ROOT("一样长的账本，内容却不一样", "Two trees of one size differ"),
        TILE_TRUNCATED("校验块少了一截", "A tile is truncated"),
        TILE_DIFFERS("校验块和账本的内容对不上", "A tile is not what the entries lead to"),
        TILE_PATH_MALFORMED("校验块的地址不对", "The address of a tile is malformed"),
        BUNDLE_TRUNCATED("条目包少了一截", "An entry bundle is truncated"),
        BUNDLE_TOO_LONG("条目包里多出了东西", "An entry bundle holds more than it must"),
        ENTRY_TOO_LARGE("这一条超过了大小限制", "The entry is over the size limit"),
        NOTE_MALFORMED("签了名的文本格式不对", "The signed note is malformed"),
        KEY_MALFORMED("公钥的写法不对", "The key is malformed"),
        KEY_UNKNOWN("没有一个签名是这把公钥的", "No signature is by this key"),
        SIGNATURE_WRONG("签名不对：不是这把私钥签的，或者签了以后被改过", "The signature is wrong: made by another key, or altered after"),
        CHECKPOINT_MALFORMED("账本底单的格式不对", "The checkpoint is malformed"),
        CHECKPOINT_OF_ANOTHER_LOG("这张底单是另一本账的", "The checkpoint is of another log"),
        CHECKPOINT_FROM_THE_FUTURE("见证的时间在将来", "The cosignature is from the future"),
        PROOF_MALFORMED("证明文件的格式不对", "The proof file is malformed"),
        POLICY_MALFORMED("见证规则的格式不对", "The policy is malformed"),
        QUORUM_MISSED("见证人不够", "Too few witnesses have cosigned"),
        MANIFEST_MALFORMED("清单的格式不对", "The manifest is malformed"),
        MANIFEST_NOT_CANONICAL("清单没有按规范书写", "The manifest is not in canonical form"),
        FIELD_ALTERED("公开的内容和记账时不一样", "What is published is not what was entered"),
        FIELD_MISSING("记过账的内容不见了", "What was entered is gone"),
        NOT_ENTERED("公开了，却没有记账", "It is published but not entered"),
        FILE_DIFFERS("这个文件不是证明里的任何一个", "This file is none of those in the proof"),
        DAY_DIFFERS("证明里的账是另一天的", "The entry is of another day"),
        ROOT_DIFFERS("内容算出来的根和底单的根不一样", "The entries do not lead to the checkpoint's root"),
        SHEET_CODE_DAMAGED("有一个码没有读全，或者读错了", "A code was cut off or misread"),
        SHEET_CODE_MISSING("还差一个码", "A code is missing"),
        SHEET_CODES_MIXED("这些码不是同一张纸上的", "The codes are of different sheets"),
        SHEET_MALFORMED("码里的证明格式不对", "The proof in the codes is malformed"),
        OUT_OF_REACH("取不到", "It cannot be fetched");

        private final String chinese;
        private final String english;

        Reason(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    private final Reason reason;
    private final String detail;

    public Unproven(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public Unproven(Reason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    public String sentence() {
        return reason.chinese + " · " + reason.english + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}

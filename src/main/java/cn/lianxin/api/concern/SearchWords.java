package cn.lianxin.api.concern;

import jakarta.validation.constraints.Size;
import java.util.Optional;

/** @param words that stand in the concern, or its number */
record SearchWords(@Size(min = 1, max = 100) String words, Optional<String> after) {}

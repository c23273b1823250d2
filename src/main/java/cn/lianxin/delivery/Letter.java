package cn.lianxin.delivery;

import java.util.UUID;

/**
 * What a person gets to see outside of the product.
 *
 * @param id the same for every attempt
 * @param link empty where the installation does not know its own address
 */
record Letter(UUID id, String subject, String text, String link) {}

package cn.lianxin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the rooms do what is due by itself; {@code lianxin.clockwork=false} stands it still, as tests do. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "lianxin.clockwork", havingValue = "true", matchIfMissing = true)
class Clockwork {}

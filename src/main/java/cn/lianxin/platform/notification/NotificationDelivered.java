package cn.lianxin.platform.notification;

import cn.lianxin.kernel.DomainEvent;

/** A notification is in somebody's inbox and waits for the other channels. */
record NotificationDelivered(Notification notification) implements DomainEvent {}

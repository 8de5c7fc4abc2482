[null default 1, false default 1, "" default 1, [] default 1, {}.a default {}.b default 3, (null default null) default 4, payload.x.y.z default "deep"]

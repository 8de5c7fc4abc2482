output application/json
ns a http://a
ns other http://b
---
{any: payload.root.v, a: payload.root.a#v, b: payload.root.other#v, uri: payload.root.#, all: payload.root.*v, attribute: payload.root.@a#k}

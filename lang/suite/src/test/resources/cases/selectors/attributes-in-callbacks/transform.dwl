payload.root mapObject ((v, k, i) -> {(k ++ i): {text: v, key: k.@id, value: v.@id}})

import mappings::Label
---
Label::main(payload: {first: "A", last: "B"})

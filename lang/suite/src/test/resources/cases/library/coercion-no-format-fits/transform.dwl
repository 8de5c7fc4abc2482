import toDate from dw::util::Coercions
---
{d: toDate("soon", [{format: "yyyy-MM-dd"}, {format: "dd.MM.yyyy"}])}

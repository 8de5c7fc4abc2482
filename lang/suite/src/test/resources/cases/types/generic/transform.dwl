type Page<T> = {items: Array<T>, next?: Page<T>}
fun first<T>(p: Page<T>): T = p.items[0]
---
[{items: [1]} is Page<Number>, {items: ["a"]} is Page<Number>, {items: [1], next: {items: [2]}} is Page<Number>, {items: [1], next: {items: ["b"]}} is Page<Number>, first({items: [7]})]

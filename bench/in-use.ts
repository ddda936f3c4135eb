/** First import of a bench that draws pages: React is measured as `bin/gongkai.js` runs it. */
process.env.NODE_ENV ??= 'production'

// First among the imports of a program that draws pages: React picks its build when it is loaded, which is before any line of the program runs.
process.env.NODE_ENV ||= process.argv.includes('--dev') ? 'development' : 'production';
